import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { productionOrder } from './production-order.js';
import { orderLives } from './production-order.walk.js';

holdHistories(productionOrder, path.join(__dirname, 'history'), orderLives);
