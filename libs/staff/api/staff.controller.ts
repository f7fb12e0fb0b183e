import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, AllowSignedIn, Caller, Creates, Filter, Id, Input, Moves, Who } from '@stipple/http';
import { auditPage, verifyAudit } from './audit-trail';
import { addPerson, changePerson, changeRoles, listPeople, resetPassword } from './people';
import { readPreferences, setPreferences } from './preferences';

@Controller('api')
export class StaffController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('people')
  @Allow('administrator')
  people(@Who() who: Principal): Promise<readonly contract.Person[]> {
    return listPeople(this.db, who);
  }

  @Creates('people', 'administrator')
  add(@Caller() call: Call, @Input(contract.AddPerson) body: contract.AddPerson): Promise<{ id: string }> {
    return this.db.command(call, (command) => addPerson(command, body));
  }

  @Moves('people/:id/access', 'administrator')
  change(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ChangePerson) body: contract.ChangePerson,
  ): Promise<void> {
    return this.db.command(call, (command) => changePerson(command, id, body));
  }

  @Moves('people/:id/roles', 'administrator')
  changeRoles(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ChangeRoles) body: contract.ChangeRoles,
  ): Promise<void> {
    return this.db.command(call, (command) => changeRoles(command, id, body));
  }

  @Moves('people/:id/passwords', 'administrator')
  resetPassword(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ResetPassword) body: contract.ResetPassword,
  ): Promise<void> {
    return this.db.command(call, (command) => resetPassword(command, id, body));
  }

  @Get('preferences')
  @AllowSignedIn()
  preferences(@Who() who: Principal): Promise<contract.Preferences> {
    return readPreferences(this.db, who);
  }

  @Post('preferences')
  @AllowSignedIn()
  @HttpCode(204)
  setPreferences(
    @Caller() call: Call,
    @Input(contract.ChangePreferences) body: contract.ChangePreferences,
  ): Promise<void> {
    return this.db.command(call, (command) => setPreferences(command, body));
  }

  @Get('audit')
  @Allow('administrator', 'manager')
  audit(
    @Who() who: Principal,
    @Filter(contract.AuditQuery) query: contract.AuditQuery,
  ): Promise<readonly contract.AuditEntry[]> {
    return auditPage(this.db, who, query);
  }

  @Get('audit/verification')
  @Allow('administrator', 'manager')
  verify(@Who() who: Principal): Promise<contract.AuditVerification> {
    return verifyAudit(this.db, who);
  }
}
