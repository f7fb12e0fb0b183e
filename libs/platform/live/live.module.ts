import { Module } from '@nestjs/common';
import { LiveController } from './live.controller';
import { LiveEvents } from './live-events';
import { Presence } from './presence';
import { PresenceController } from './presence.controller';
import { WakeUps } from './wake-ups';

@Module({ controllers: [LiveController, PresenceController], providers: [LiveEvents, Presence, WakeUps] })
export class LiveModule {}
