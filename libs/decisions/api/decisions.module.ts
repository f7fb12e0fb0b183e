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
import { GroundsController } from './grounds/grounds.controller';
import { AppealGroundEntity, DecisionFindingEntity } from './grounds/grounds.entities';
import { WithheldReasonEntity } from './withheld-reason.entity';

@Module({
  imports: [
    FilesModule,
    TypeOrmModule.forFeature([
      PayerAuthorizationEntity,
      AuthorizationTermsEntity,
      AuthorizationLineEntity,
      AuthorizationAssentEntity,
      ChallengeEntity,
      WithheldReasonEntity,
      AppealGroundEntity,
      DecisionFindingEntity,
    ]),
  ],
  controllers: [DecisionsController, ChallengesController, AppealsController, GroundsController],
})
export class DecisionsModule {}
