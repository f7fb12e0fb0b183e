import { Column, Entity } from 'typeorm';
import { SubjectEntity, byMigration } from './subject.entity';

@Entity('task', byMigration)
export class TaskEntity extends SubjectEntity {
  @Column('text') kind!: string;
  @Column('text') about!: string;
  @Column('text') forRole!: string;
  @Column('date') dueOn!: string;
}
