import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { performanceReview } from './performance-review.js';
import { reviewLives } from './performance-review.walk.js';

holdHistories(performanceReview, path.join(__dirname, 'history'), reviewLives);
