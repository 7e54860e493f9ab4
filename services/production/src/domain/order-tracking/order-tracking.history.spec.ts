import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { orderTracking } from './order-tracking.js';
import { trackingLives } from './order-tracking.walk.js';

holdHistories(orderTracking, path.join(__dirname, 'history'), trackingLives);
