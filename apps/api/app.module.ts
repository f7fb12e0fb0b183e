import { DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '@stipple/cases-api';
import { ClinicDatabase, SnakeNames } from '@stipple/database';
import { EvidenceModule } from '@stipple/evidence-api';
import { DecisionsModule } from '@stipple/decisions-api';
import { ProblemFilter, Settings, SignInGuard, validationPipe } from '@stipple/http';
import { LiveModule } from '@stipple/live';
import { PacketsModule } from '@stipple/packets-api';
import { PatientModule } from '@stipple/patient-api';
import { PayersModule } from '@stipple/payers-api';
import { ReportsModule } from '@stipple/reports-api';
import { ScheduleModule } from '@stipple/schedule-api';
import { ScreeningModule } from '@stipple/screening-api';
import { SelfPayModule } from '@stipple/selfpay-api';
import { StaffModule } from '@stipple/staff-api';
import { WatchingModule } from '@stipple/watching-api';
import { Config } from './config';
import { HealthController } from './health.controller';
import { loggingModule } from './logging';

@Global()
@Module({ providers: [ClinicDatabase], exports: [ClinicDatabase] })
class DatabaseModule {}

@Global()
@Module({})
class ConfigModule {
  static with(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: Settings, useValue: config }],
      exports: [Settings],
    };
  }
}

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        loggingModule(config.logLevel),
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: config.databaseUrl,
          schema: 'stipple',
          autoLoadEntities: true,
          synchronize: false,
          namingStrategy: new SnakeNames(),
          poolSize: config.poolSize,
          // An API that cannot reach its database says so at once instead of trying for half a minute.
          retryAttempts: 0,
          poolErrorHandler: () => undefined,
          extra: { pipeline: true, connectionTimeoutMillis: 5000, application_name: 'stipple-api' },
        }),
        DatabaseModule,
        StaffModule,
        PayersModule,
        CasesModule,
        EvidenceModule,
        ScreeningModule,
        PacketsModule,
        DecisionsModule,
        ScheduleModule,
        WatchingModule,
        PatientModule,
        SelfPayModule,
        ReportsModule,
        LiveModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_GUARD, useClass: SignInGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}
