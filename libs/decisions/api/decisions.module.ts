import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  AuthorizationAssentEntity,
  AuthorizationLineEntity,
  AuthorizationTermsEntity,
  PayerAuthorizationEntity,
} from './authorization.entity';
import { DecisionsController } from './decisions.controller';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      PayerAuthorizationEntity,
      AuthorizationTermsEntity,
      AuthorizationLineEntity,
      AuthorizationAssentEntity,
    ]),
  ],
  controllers: [DecisionsController],
})
export class DecisionsModule {}
