import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  AuthorizationAssentEntity,
  AuthorizationLineEntity,
  AuthorizationTermsEntity,
  PayerAuthorizationEntity,
} from './authorization.entity';
import { ChallengeEntity } from './challenges/challenge.entity';
import { ChallengesController } from './challenges/challenges.controller';
import { DecisionsController } from './decisions.controller';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      PayerAuthorizationEntity,
      AuthorizationTermsEntity,
      AuthorizationLineEntity,
      AuthorizationAssentEntity,
      ChallengeEntity,
    ]),
  ],
  controllers: [DecisionsController, ChallengesController],
})
export class DecisionsModule {}
