import * as os from 'node:os';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Connection, createConnection } from 'mongoose';

/** Injects the native `Db`. Hot paths and transactions use it: mongoose's own bulk writes are about 30 times slower. */
export const MONGO_DB = Symbol('laurel.mongo-db');
/** Injects mongoose's `Connection`. */
export const MONGO_CONNECTION = Symbol('laurel.mongo-connection');

export interface MongoModuleOptions {
  readonly url: string;
  readonly database: string;
  /** After how long without a byte from the server an operation has failed, ms. Default: none, for building indexes. */
  readonly socketTimeoutMs?: number;
}

const SERVER_SELECTION_TIMEOUT_MS = 5_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** In a service nothing may wait for ever for a server that has gone silent; TCP alone takes a quarter of an hour. */
const SERVICE_SOCKET_TIMEOUT_MS = 15_000;

/** Opens a connection; majority writes, journaled, retried once by the driver when a primary steps down. */
export const connectMongo = ({ url, database, socketTimeoutMs }: MongoModuleOptions): Promise<Connection> =>
  createConnection(url, {
    dbName: database,
    serverSelectionTimeoutMS: SERVER_SELECTION_TIMEOUT_MS,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    ...(socketTimeoutMs === undefined ? {} : { socketTimeoutMS: socketTimeoutMs }),
    retryWrites: true,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    autoIndex: false,
    // By itself the driver imports it dynamically, which Jest's module registry refuses.
    runtimeAdapters: { os },
  }).asPromise();

@Module({})
export class MongoModule implements OnApplicationShutdown {
  constructor(@Inject(MONGO_CONNECTION) private readonly connection: Connection) {}

  /** One connection pool for the process. Start-up fails when MongoDB does not answer within five seconds. */
  static forRoot(options: MongoModuleOptions): DynamicModule {
    return {
      module: MongoModule,
      global: true,
      providers: [
        {
          provide: MONGO_CONNECTION,
          useFactory: () => connectMongo({ socketTimeoutMs: SERVICE_SOCKET_TIMEOUT_MS, ...options }),
        },
        {
          provide: MONGO_DB,
          inject: [MONGO_CONNECTION],
          useFactory: (connection: Connection) => connection.getClient().db(options.database),
        },
      ],
      exports: [MONGO_CONNECTION, MONGO_DB],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }
}
