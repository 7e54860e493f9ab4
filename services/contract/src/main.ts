import { runService } from '@engsales/service';
import { ContractModule } from './contract.module.js';

void runService(ContractModule);
