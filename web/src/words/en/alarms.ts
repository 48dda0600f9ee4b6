import type { alarms as zh } from '../zh/alarms.ts'

export const alarms: Record<keyof typeof zh, string> = {
  'alarms.below': '{metric} {value}%, below {limit}%',
  'alarms.fall': '{metric} fell from {before}% to {value}%, {fall} points lower than last month',
  'alarms.fallTotal': '{metric} fell from {before} to {value}, {fall} points lower than last month',
  'alarms.overdue': 'Milestone “{text}” was due by {day}; {n} days overdue',
  'alarms.silent': 'No new data for {n} days; the last came on {day}',
  'assessed.total': 'Stage score',
  'assessed.participation': 'Participation',
  'assessed.learning': 'Learning',
  'assessed.completion': 'Completion',
  'assessed.attendance': 'Attendance',
  'assessed.hours_delivered': 'Hours delivered',
  'assessed.satisfaction': 'Satisfaction',
  'assessed.response_rate': 'Response rate',
  'assessed.milestones_on_time': 'Milestones on time',
  'assessed.budget_execution': 'Budget execution',
  'assessed.follow_up_3': 'Follow-up after 3 months',
  'assessed.follow_up_6': 'Follow-up after 6 months',
  'assessed.follow_up_12': 'Follow-up after 12 months',
}
