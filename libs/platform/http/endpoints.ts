import { Body, HttpCode, Param, Post, Query, applyDecorators } from '@nestjs/common';
import { id } from '@stipple/contracts';
import { Role } from '@stipple/domain';
import { ZodType, z } from 'zod';
import { Allow } from './access';
import { parse } from './validation';

type Roles = readonly [Role, ...Role[]];

/** An endpoint that makes something new and answers with its id. */
export const Creates = (path: string, ...roles: Roles) => applyDecorators(Post(path), Allow(...roles));

/** An endpoint that makes a move of something that exists. It answers with nothing: the page reads what changed. */
export const Moves = (path: string, ...roles: Roles) =>
  applyDecorators(Post(path), Allow(...roles), HttpCode(204));

/** The id in the path. */
export const Id = () => Param('id', { transform: (value: unknown) => parse(path, { id: value }).id });
const path = z.object({ id });

/** The body, checked against its contract. */
export const Input = (schema: ZodType) => Body({ schema });

/** The query string, checked against its contract. */
export const Filter = (schema: ZodType) => Query({ schema });
