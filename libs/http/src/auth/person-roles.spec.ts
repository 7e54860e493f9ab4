import { Body, Controller, Post } from '@nestjs/common';
import { apiRoutes } from '../openapi/api-routes.js';
import { NestedList } from '../requests/members.js';
import { PersonRef } from '../requests/persons.js';
import { declareAccess } from './access.js';
import { personRolesOf } from './person-roles.js';
import type { RoleExpression } from './roles.js';

class Payer {
  @PersonRef() personRef!: string;
}
class Receipt {
  @NestedList(() => Payer, 5) payers!: Payer[];
}
class Note {
  text!: string;
}
const command = (name: string, ...roles: RoleExpression[]) => declareAccess({ kind: 'command', command: name, roles });

@Controller('deals')
class DealsController {
  @Post('record-receipt')
  @command('RecordReceipt', 'FINANCE', 'MERCHANDISER for PMC')
  recordReceipt(@Body() body: Receipt) {
    return body;
  }

  @Post('sign')
  @command('Sign', 'COMMERCE', 'FINANCE')
  sign(@Body() body: Payer) {
    return body;
  }

  @Post('note')
  @command('Note', 'SALES')
  note(@Body() body: Note) {
    return body;
  }
}

describe('who may keep persons and see them revealed', () => {
  it('is whoever may send a command that names one, and a role of the service may only see', () =>
    expect(personRolesOf(apiRoutes([DealsController]), ['COMPANY_LEADER'])).toEqual({
      keep: ['COMMERCE', 'FINANCE', 'MERCHANDISER'],
      reveal: ['COMMERCE', 'COMPANY_LEADER', 'FINANCE', 'MERCHANDISER'],
    }));

  it('is the administrator where no command names one', () =>
    expect(personRolesOf([])).toEqual({ keep: ['ADMIN'], reveal: ['ADMIN'] }));
});
