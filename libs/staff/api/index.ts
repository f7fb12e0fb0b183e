export { hashPassword } from './password';
export { reAuthenticate } from './re-authenticate';
export { StaffModule } from './staff.module';
