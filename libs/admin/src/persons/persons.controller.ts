import { Body, Controller, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { derivedId, Rejected } from '@engsales/event-sourcing';
import { CommandGateway, ForPersons, Id, type ApiRequest } from '@engsales/http';
import type { PersonValues, Revealed, ShownPerson } from '@engsales/personal-data';
import { AdminContext } from '../admin-context.js';
import { Audit } from '../routes/audit.js';
import { PersonRequest, RevealRequest } from './persons.requests.js';

/** The vault of the service. Commands and events carry references; only a reveal gives the values, and it is audited. */
@ApiTags('persons')
@Controller('api/v1/persons')
export class PersonsController {
  constructor(
    private readonly context: AdminContext,
    private readonly gateway: CommandGateway,
    private readonly audit: Audit,
  ) {}

  /**
   * Keeps the data of a person in the vault · 登记个人信息
   * Commands name the person by the reference. The same Idempotency-Key of the same caller gives the same reference.
   */
  @Post()
  @Header('Cache-Control', 'no-store')
  @ForPersons('keep')
  async keep(@Req() request: ApiRequest, @Body() body: PersonRequest): Promise<ShownPerson> {
    const personRef = derivedId(this.gateway.issuedFor(request).commandId, 'person');
    if (!(await this.context.vault.keep(personRef, valuesIn(body))))
      throw new Rejected('IDEMPOTENCY_KEY_REUSED', 'the key came with another person before', { personRef });
    return this.shown(personRef);
  }

  /**
   * The masked form of a person · 查看个人信息（脱敏）
   * After an erasure it is null.
   */
  @Get(':personRef')
  @Header('Cache-Control', 'no-store')
  @ForPersons('reveal')
  masked(@Id('personRef') personRef: string): Promise<ShownPerson> {
    return this.shown(personRef);
  }

  /**
   * Reveals the data of a person · 查看完整个人信息
   * Who asked, when and for what is in the audit before the answer is given. After an erasure the values are null.
   */
  @Post(':personRef/reveal')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ForPersons('reveal')
  async reveal(
    @Req() request: ApiRequest,
    @Id('personRef') personRef: string,
    @Body() { reason }: RevealRequest,
  ): Promise<{ readonly personRef: string } & Revealed> {
    await this.audit.record(request, 'RevealPersonalData', personRef, reason);
    const revealed = await this.context.vault.reveal(personRef);
    if (!revealed) throw unknownPerson(personRef);
    return { personRef, ...revealed };
  }

  private async shown(personRef: string): Promise<ShownPerson> {
    const person = (await this.context.vault.shown([personRef])).get(personRef);
    if (!person) throw unknownPerson(personRef);
    return person;
  }
}

/** What was left empty is not kept. */
const valuesIn = ({ name, phone, post, idNo }: PersonRequest): PersonValues => ({
  name,
  ...(phone ? { phone } : {}),
  ...(post ? { post } : {}),
  ...(idNo ? { idNo } : {}),
});

const unknownPerson = (personRef: string) => new Rejected('NOT_FOUND', `the vault has no person ${personRef}`);
