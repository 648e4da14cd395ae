// A language host for the tests: it makes SDKs, links and installs them, as `pulumi package add` asks, and passes everything
// else on to the pinned host of the same name in the folder `pinned` beside it, which is too old to be asked so. As
// `codegen <schema> <language> <folder>` it makes an SDK by itself.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	gogen "github.com/pulumi/pulumi/pkg/v3/codegen/go"
	"github.com/pulumi/pulumi/pkg/v3/codegen/python"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/proto"
)

func main() {
	log.SetFlags(0)
	name := filepath.Base(os.Args[0])
	language, isHost := strings.CutPrefix(name, "pulumi-language-")
	if !isHost {
		text, err := os.ReadFile(os.Args[1])
		check(err)
		check(generate(string(text), os.Args[2], os.Args[3]))
		return
	}
	pinned := start(filepath.Join(filepath.Dir(os.Args[0]), "pinned", name), os.Args[1:])
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	server := grpc.NewServer(grpc.ForceServerCodec(raw{}), grpc.UnknownServiceHandler(
		func(_ any, stream grpc.ServerStream) error { return answer(language, pinned, stream) },
	))
	check(server.Serve(listener))
}

// The pinned host, once it has told its port.
func start(path string, args []string) *grpc.ClientConn {
	command := exec.Command(path, args...)
	command.Stderr = os.Stderr
	output, err := command.StdoutPipe()
	check(err)
	check(command.Start())
	port, err := bufio.NewReader(output).ReadString('\n')
	check(err)
	go func() {
		_, _ = io.Copy(io.Discard, output)
		_ = command.Wait()
		os.Exit(0)
	}()
	connection, err := grpc.NewClient(
		"127.0.0.1:"+strings.TrimSpace(port),
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithNoProxy(),
	)
	check(err)
	return connection
}

// Every request of a language host is one message.
func answer(language string, pinned *grpc.ClientConn, stream grpc.ServerStream) error {
	method, _ := grpc.MethodFromServerStream(stream)
	var request []byte
	if err := stream.RecvMsg(&request); err != nil {
		return err
	}
	switch method {
	case pulumirpc.LanguageRuntime_GeneratePackage_FullMethodName:
		var asked pulumirpc.GeneratePackageRequest
		if err := proto.Unmarshal(request, &asked); err != nil {
			return err
		}
		if err := generate(asked.Schema, language, asked.Directory); err != nil {
			return err
		}
		return send(stream, &pulumirpc.GeneratePackageResponse{})
	case pulumirpc.LanguageRuntime_Link_FullMethodName:
		var asked pulumirpc.LinkRequest
		if err := proto.Unmarshal(request, &asked); err != nil {
			return err
		}
		for _, linked := range asked.Packages {
			if err := link(language, asked.Info.RootDirectory, linked.Path); err != nil {
				return err
			}
		}
		return send(stream, &pulumirpc.LinkResponse{})
	case pulumirpc.LanguageRuntime_InstallDependencies_FullMethodName:
		var asked pulumirpc.InstallDependenciesRequest
		if err := proto.Unmarshal(request, &asked); err != nil {
			return err
		}
		return install(language, asked.Info.RootDirectory)
	default:
		return passOn(stream, pinned, method, request)
	}
}

func passOn(stream grpc.ServerStream, pinned *grpc.ClientConn, method string, request []byte) error {
	ctx, cancel := context.WithCancel(stream.Context())
	defer cancel()
	description := &grpc.StreamDesc{ServerStreams: true}
	onwards, err := pinned.NewStream(ctx, description, method, grpc.ForceCodec(raw{}))
	if err != nil {
		return err
	}
	if err := errors.Join(onwards.SendMsg(&request), onwards.CloseSend()); err != nil {
		return err
	}
	for {
		var response []byte
		if err := onwards.RecvMsg(&response); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if err := stream.SendMsg(&response); err != nil {
			return err
		}
	}
}

// Links and installs as the hosts of today do, for a project with pip or with a go.mod.
func link(language, project, sdk string) error {
	if language == "go" {
		edit := exec.Command("go", "mod", "edit", "-replace", modulePath(filepath.Join(project, sdk))+"=./"+sdk)
		edit.Dir = project
		return edit.Run()
	}
	requirements, err := os.OpenFile(filepath.Join(project, "requirements.txt"), os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(requirements, "\n./%s\n", sdk)
	return errors.Join(err, requirements.Close())
}

func install(language, project string) error {
	command := exec.Command("python3", "-m", "pip", "install", "--quiet", "--requirement", "requirements.txt")
	if language == "go" {
		command = exec.Command("go", "mod", "tidy")
	}
	command.Dir = project
	if output, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, output)
	}
	return nil
}

func modulePath(sdk string) string {
	text, _ := os.ReadFile(filepath.Join(sdk, "go.mod"))
	line, _, _ := strings.Cut(string(text), "\n")
	return strings.TrimPrefix(line, "module ")
}

func generate(text, language, folder string) error {
	var spec schema.PackageSpec
	if err := json.Unmarshal([]byte(text), &spec); err != nil {
		return err
	}
	// Checks it against Pulumi's own schema of schemas, too.
	bound, diagnostics, err := schema.BindSpec(spec, schema.NewNullLoader(), schema.ValidationOptions{})
	if err != nil {
		return err
	}
	if len(diagnostics) > 0 {
		return diagnostics
	}
	var files map[string][]byte
	switch language {
	case "go":
		// As `pulumi package add` asks for: an SDK that is a module.
		bound.SupportPack = true
		files, err = gogen.GeneratePackage("pulumi-sms", bound, nil)
	case "python":
		files, err = python.GeneratePackage("pulumi-sms", bound, nil, nil)
	default:
		err = fmt.Errorf("no SDKs are made here for %s", language)
	}
	if err != nil {
		return err
	}
	for name, content := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func send(stream grpc.ServerStream, message proto.Message) error {
	bytes, err := proto.Marshal(message)
	if err != nil {
		return err
	}
	return stream.SendMsg(&bytes)
}

// Messages as they come.
type raw struct{}

func (raw) Name() string { return "proto" }

func (raw) Marshal(message any) ([]byte, error) { return *message.(*[]byte), nil }

func (raw) Unmarshal(bytes []byte, message any) error {
	*message.(*[]byte) = append([]byte(nil), bytes...)
	return nil
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
