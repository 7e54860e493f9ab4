import { TellableError } from '@engsales/sheets';
import type { Texts } from './texts.js';

/** Ends the run with one clear line of the command itself. */
export class RunEnded extends TellableError<Texts> {}
