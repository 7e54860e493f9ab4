import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { caseStudy } from './case-study.js';
import { caseLives } from './case-study.walk.js';

holdHistories(caseStudy, path.join(__dirname, 'history'), caseLives);
