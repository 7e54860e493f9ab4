import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { engineeringPackage } from './engineering-package.js';
import { packageLives } from './engineering-package.walk.js';

holdHistories(engineeringPackage, path.join(__dirname, 'history'), packageLives);
