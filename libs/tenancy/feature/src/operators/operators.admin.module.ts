import { systemClock } from '@laurel/kernel';
import { type DynamicModule, Module } from '@nestjs/common';
import { CLOCK } from '../clock.js';
import { MongoAuditLog } from '../adapters/audit-log.mongo.js';
import { MongoOperatorStore } from './adapters/operator-store.mongo.js';
import { MongoSessionStore } from './adapters/session-store.mongo.js';
import { ChangeOperatorController } from './change-operator/change-operator.controller.js';
import { ChangeOperatorHandler } from './change-operator/change-operator.handler.js';
import { ChangePasswordController } from './change-password/change-password.controller.js';
import { ChangePasswordHandler } from './change-password/change-password.handler.js';
import { PasswordCheck } from './check-password.js';
import { ConfirmTotpController } from './confirm-totp/confirm-totp.controller.js';
import { CreateOperatorController } from './create-operator/create-operator.controller.js';
import { CreateOperatorHandler } from './create-operator/create-operator.handler.js';
import { CurrentOperator } from './current-operator.js';
import { CurrentSession } from './current-session.js';
import { EnrolTotpController } from './enrol-totp/enrol-totp.controller.js';
import { GetOperatorController } from './get-operator/get-operator.controller.js';
import { ListOperatorsController } from './list-operators/list-operators.controller.js';
import { SessionOpener } from './open-session.js';
import { RemoveOperatorController } from './remove-operator/remove-operator.controller.js';
import { RemoveOwnTotpController, RemoveTotpController } from './remove-totp/remove-totp.controller.js';
import { RenewPasswordTokenController } from './renew-password-token/renew-password-token.controller.js';
import { RenewPasswordTokenHandler } from './renew-password-token/renew-password-token.handler.js';
import { SecondFactor } from './second-factor.js';
import { SessionAnswer } from './session-answer.js';
import { SetPasswordController } from './set-password/set-password.controller.js';
import { SetPasswordHandler } from './set-password/set-password.handler.js';
import { ShowSessionController } from './show-session/show-session.controller.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SIGN_IN_SETTINGS, type SignInSettings } from './sign-in-settings.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInHandler } from './sign-in/sign-in.handler.js';
import { SignOutController } from './sign-out/sign-out.controller.js';
import { SwitchEnvironmentController } from './switch-environment/switch-environment.controller.js';
import { SwitchEnvironmentHandler } from './switch-environment/switch-environment.handler.js';

/** Operators and their sessions. Needs `MongoModule`, `RedisModule`, and `AuthModule` with sessions. */
@Module({})
export class OperatorsAdminModule {
  static forRoot(settings: SignInSettings): DynamicModule {
    return {
      module: OperatorsAdminModule,
      controllers: [
        SignInController,
        ShowSessionController,
        SwitchEnvironmentController,
        ChangePasswordController,
        EnrolTotpController,
        ConfirmTotpController,
        RemoveOwnTotpController,
        SignOutController,
        SetPasswordController,
        CreateOperatorController,
        ListOperatorsController,
        GetOperatorController,
        ChangeOperatorController,
        RemoveOperatorController,
        RenewPasswordTokenController,
        RemoveTotpController,
      ],
      providers: [
        { provide: CLOCK, useValue: systemClock },
        { provide: SIGN_IN_SETTINGS, useValue: settings },
        ...[MongoOperatorStore, MongoSessionStore, MongoAuditLog, SignInAttempts, SessionOpener, SessionAnswer],
        ...[CurrentOperator, CurrentSession, PasswordCheck, SecondFactor],
        ...[SignInHandler, SwitchEnvironmentHandler, ChangePasswordHandler, SetPasswordHandler],
        ...[CreateOperatorHandler, ChangeOperatorHandler, RenewPasswordTokenHandler],
      ],
    };
  }
}
