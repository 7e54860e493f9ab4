import { runService } from '@engsales/service';
import { LeadModule } from './lead.module.js';

void runService(LeadModule);
