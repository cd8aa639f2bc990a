import { type DynamicModule, Module } from '@nestjs/common';
import { systemClock } from '@laurel/kernel';
import { PlayerTokenSigner } from '@laurel/platform-auth';
import { MintPlayerTokenController } from './mint-player-token/mint-player-token.controller.js';

/** What the admin gateway hosts of tenancy. */
@Module({})
export class TenancyAdminModule {
  /** @param options.playerTokenPrivateKey EC P-256 in PEM */
  static forRoot(options: { readonly playerTokenPrivateKey: string }): DynamicModule {
    return {
      module: TenancyAdminModule,
      controllers: [MintPlayerTokenController],
      providers: [
        {
          provide: PlayerTokenSigner,
          useFactory: () => new PlayerTokenSigner(options.playerTokenPrivateKey, systemClock),
        },
      ],
    };
  }
}
