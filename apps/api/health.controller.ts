import { Controller, Get } from '@nestjs/common';
import { ClinicDatabase } from '@stipple/database';
import { AllowAnyone } from '@stipple/http';

@Controller('health')
export class HealthController {
  constructor(private readonly db: ClinicDatabase) {}

  /** The process is up. */
  @Get('live')
  @AllowAnyone()
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  /** It can do its work: the database answers. */
  @Get('ready')
  @AllowAnyone()
  async ready(): Promise<{ status: 'ready' }> {
    await this.db.pool.query('SELECT 1');
    return { status: 'ready' };
  }
}
