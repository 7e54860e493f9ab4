import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { channel } from './channel.js';
import { channelLives } from './channel.walk.js';

holdHistories(channel, path.join(__dirname, 'history'), channelLives);
