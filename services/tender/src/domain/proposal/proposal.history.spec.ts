import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { proposal } from './proposal.js';
import { proposalLives } from './proposal.walk.js';

holdHistories(proposal, path.join(__dirname, 'history'), proposalLives);
