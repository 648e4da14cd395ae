// One SMS signature and its approval gate.
package main

import (
	"example.com/OWNER/pulumi-sms/sdk/go/sms/jpush"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		settings := config.New(ctx, "")
		brand, err := jpush.NewSignature(ctx, "brand", &jpush.SignatureArgs{
			Sign: pulumi.String(or(settings.Get("sign"), "极光推送")),
			Type: jpush.SignatureTypeCompany,
			// Made-up people and numbers: no person's or company's begins so.
			LegalPersonName:     pulumi.String("张样本"),
			LegalPersonIdNumber: pulumi.String("999999199001010008"),
			SocialCreditCode:    pulumi.String("91999999000000000G"),
			IdCardImage:         pulumi.NewFileAsset("../quickstart/documents/id-card.jpg"),
			// A document by its content: the file is read only when it must be filed, and then its hash must agree.
			BusinessLicenseImage: jpush.DocumentArgs{
				Sha256: pulumi.String("53e708dade9717ada2fff83ef934f45dd1fca8c16af2121f930e35c4e78b321a"),
				Path:   pulumi.String("../quickstart/documents/licence.png"),
			},
		})
		if err != nil {
			return err
		}
		// What sends messages is not touched before the signature is approved.
		usable, err := jpush.NewSignatureApproval(ctx, "approved", &jpush.SignatureApprovalArgs{
			Signature: jpush.GatedSignatureArgs{
				Sign:               brand.Sign,
				SignId:             brand.SignId,
				ServingSignId:      brand.ServingSignId,
				Status:             brand.Status,
				RejectionReason:    brand.RejectionReason,
				AccountFingerprint: brand.AccountFingerprint,
			},
			Timeout: pulumi.String(or(settings.Get("timeout"), "45m")),
		})
		if err != nil {
			return err
		}
		// A number, never absent, and known only when it may be used.
		ctx.Export("sendWith", usable.ServingSignId)
		return nil
	})
}

func or(given, otherwise string) string {
	if given == "" {
		return otherwise
	}
	return given
}
