import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '@stipple/files';
import {
  AuthorizationAssentEntity,
  AuthorizationLineEntity,
  AuthorizationTermsEntity,
  PayerAuthorizationEntity,
} from './authorization.entity';
import { AppealsController } from './appeals/appeals.controller';
import { ChallengeEntity } from './challenges/challenge.entity';
import { ChallengesController } from './challenges/challenges.controller';
import { DecisionsController } from './decisions.controller';

@Module({
  imports: [
    FilesModule,
    TypeOrmModule.forFeature([
      PayerAuthorizationEntity,
      AuthorizationTermsEntity,
      AuthorizationLineEntity,
      AuthorizationAssentEntity,
      ChallengeEntity,
    ]),
  ],
  controllers: [DecisionsController, ChallengesController, AppealsController],
})
export class DecisionsModule {}
