import { Module } from '@nestjs/common';
import { SignIns } from './sign-in';
import { SignInController } from './sign-in.controller';
import { StaffController } from './staff.controller';

@Module({ controllers: [SignInController, StaffController], providers: [SignIns] })
export class StaffModule {}
