import { runService } from '@engsales/service';
import { TenderModule } from './tender.module.js';

void runService(TenderModule);
