export { AuthRequestEntity } from './auth-request.entity';
export { PacketsModule } from './packets.module';
