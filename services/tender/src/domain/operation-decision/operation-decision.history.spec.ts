import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { operationDecision } from './operation-decision.js';
import { decisionLives } from './operation-decision.walk.js';

holdHistories(operationDecision, path.join(__dirname, 'history'), decisionLives);
