import { invalidParameter } from '../exceptions.js';

const DAYS = 'Sun|Mon|Tue|Wed|Thu|Fri|Sat';
const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const FORMAT = new RegExp(`^(?:${DAYS}) (${MONTHS}) (\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) UTC (\\d{4})$`);

/**
 * The TIMESTAMP of an SRP response as Cognito signs it: without leading zeros of the day, and with the weekday of that
 * date. A client that has signed another form has signed something else.
 *
 * @throws InvalidParameterException for another format, or names that are not English.
 */
export function signedTime(timestamp: string): string {
  const [, month = '', day = '', clock = '', year = ''] = FORMAT.exec(timestamp) ?? [];
  const time = Date.parse(`${day} ${month} ${year} ${clock} UTC`);
  if (Number.isNaN(time)) throw invalidParameter('TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.');
  const [weekday, dayOfMonth, monthOfYear, ...rest] = new Date(time).toUTCString().split(/,? /);
  return `${weekday} ${monthOfYear} ${Number(dayOfMonth)} ${rest[1]} UTC ${rest[0]}`;
}
