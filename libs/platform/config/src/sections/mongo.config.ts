import { Matches } from 'class-validator';
import { Env } from '../env.decorator.js';

export class MongoConfig {
  @Env('LAUREL_MONGO_URL', {
    description: 'MongoDB connection string of a replica set (transactions need one). May hold a password.',
    example: 'mongodb://127.0.0.1:27117/?replicaSet=rs0',
    secret: true,
  })
  @Matches(/^mongodb(\+srv)?:\/\/\S+$/, { message: 'must be a mongodb:// or mongodb+srv:// connection string' })
  readonly url: string = '';

  @Env('LAUREL_MONGO_DATABASE', { description: 'Database that holds every collection of Laurel.' })
  @Matches(/^[a-zA-Z0-9_-]{1,63}$/)
  readonly database: string = 'laurel';
}
