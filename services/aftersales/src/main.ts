import { runService } from '@engsales/service';
import { AftersalesModule } from './aftersales.module.js';

void runService(AftersalesModule);
