import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Filter, Id, Input, Moves, Search, Who } from '@stipple/http';
import { addClinician, setPractice } from './clinicians';
import { readDirectory, readPatient, readRooms, searchPatients, searchProviders } from './directory.queries';
import { addRoom, changeRoom } from './rooms';
import { readStart } from './start.queries';

/** Who and what a clinic has: its patients, those who treat here, its rooms. */
@Controller('api')
export class DirectoryController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('directory')
  @Allow('coordinator', 'physician', 'manager', 'administrator')
  directory(@Who() who: Principal): Promise<contract.Directory> {
    return readDirectory(this.db, who);
  }

  /** How far a new clinic has come. */
  @Get('start')
  @Allow('coordinator', 'administrator')
  start(@Who() who: Principal): Promise<contract.ClinicStart> {
    return readStart(this.db, who);
  }

  @Get('patients')
  @Allow('coordinator', 'physician')
  patients(@Who() who: Principal, @Search() q: string): Promise<readonly contract.PatientHit[]> {
    return searchPatients(this.db, who, q);
  }

  @Get('patients/:id')
  @Allow('coordinator', 'physician')
  patient(@Who() who: Principal, @Id() id: string): Promise<contract.PatientView> {
    return readPatient(this.db, who, id);
  }

  @Get('providers')
  @Allow('coordinator', 'administrator')
  providers(
    @Who() who: Principal,
    @Filter(contract.ProviderQuery) { q }: contract.ProviderQuery,
  ): Promise<readonly contract.ProviderView[]> {
    return searchProviders(this.db, who, q);
  }

  @Moves('providers/:id/practice', 'coordinator', 'administrator')
  practice(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.SetPractice) body: contract.SetPractice,
  ): Promise<void> {
    return this.db.command(call, (command) => setPractice(command, id, body));
  }

  @Creates('providers', 'coordinator', 'administrator')
  addClinician(
    @Caller() call: Call,
    @Input(contract.AddClinician) body: contract.AddClinician,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => addClinician(command, body));
  }

  @Get('rooms')
  @Allow('coordinator', 'administrator')
  rooms(@Who() who: Principal): Promise<readonly contract.RoomView[]> {
    return readRooms(this.db, who);
  }

  @Creates('rooms', 'coordinator', 'administrator')
  addRoom(@Caller() call: Call, @Input(contract.AddRoom) body: contract.AddRoom): Promise<{ id: string }> {
    return this.db.command(call, (command) => addRoom(command, body));
  }

  @Moves('rooms/:id/changes', 'coordinator', 'administrator')
  changeRoom(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ChangeRoom) body: contract.ChangeRoom,
  ): Promise<void> {
    return this.db.command(call, (command) => changeRoom(command, id, body));
  }
}
