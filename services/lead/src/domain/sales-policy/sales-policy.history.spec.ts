import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { salesPolicy } from './sales-policy.js';
import { policyLives } from './sales-policy.walk.js';

holdHistories(salesPolicy, path.join(__dirname, 'history'), policyLives);
