import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { salesPlan } from './sales-plan.js';
import { planLives } from './sales-plan.walk.js';

holdHistories(salesPlan, path.join(__dirname, 'history'), planLives);
