export { ScheduleModule } from './schedule.module';
export { holding } from './calendar-export';
export { type CalendarEvent, calendarFile } from './icalendar';
