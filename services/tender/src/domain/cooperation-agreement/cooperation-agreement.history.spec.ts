import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { cooperationAgreement } from './cooperation-agreement.js';
import { agreementLives } from './cooperation-agreement.walk.js';

holdHistories(cooperationAgreement, path.join(__dirname, 'history'), agreementLives);
