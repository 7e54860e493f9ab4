import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { salesMember } from './sales-member.js';
import { memberLives } from './sales-member.walk.js';

holdHistories(salesMember, path.join(__dirname, 'history'), memberLives);
