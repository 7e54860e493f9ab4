import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { contract } from './contract.js';
import { correctedLives } from './corrections.walk.js';
import { contractLives } from './contract.walk.js';

holdHistories(contract, path.join(__dirname, 'history'), { ...contractLives, ...correctedLives });
