import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { riskAssessment } from './risk-assessment.js';
import { assessmentLives } from './risk-assessment.walk.js';

holdHistories(riskAssessment, path.join(__dirname, 'history'), assessmentLives);
