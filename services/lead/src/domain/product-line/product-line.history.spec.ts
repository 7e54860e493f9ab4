import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { productLine } from './product-line.js';
import { productLineLives } from './product-line.walk.js';

holdHistories(productLine, path.join(__dirname, 'history'), productLineLives);
