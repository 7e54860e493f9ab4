import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { sampleProject } from './sample-project.js';
import { sampleLives } from './sample-project.walk.js';

holdHistories(sampleProject, path.join(__dirname, 'history'), sampleLives);
