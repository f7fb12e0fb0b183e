import { Module } from '@nestjs/common';
import { LiveController } from './live.controller';
import { LiveEvents } from './live-events';

@Module({ controllers: [LiveController], providers: [LiveEvents] })
export class LiveModule {}
