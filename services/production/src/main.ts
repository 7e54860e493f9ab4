import { runService } from '@engsales/service';
import { ProductionModule } from './production.module.js';

void runService(ProductionModule);
