import { Controller, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { AllowAnyone } from '@stipple/http';
import type { FastifyRequest } from 'fastify';
import { CardNotices } from './card-notices';

/** Where the card provider tells us what happened. Open to anyone, and heeds only what the provider has signed. */
@Controller('api/card-notices')
export class CardNoticesController {
  constructor(private readonly notices: CardNotices) {}

  @Post()
  @AllowAnyone()
  @HttpCode(204)
  async receive(@Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    const signature = request.headers['stripe-signature'];
    // The signature is over the bytes, not over what they mean.
    const body = request.rawBody ?? Buffer.alloc(0);
    await this.notices.receive(body, typeof signature === 'string' ? signature : '', request.id);
  }
}
